# Writes the files that the HTML report carries inside it as a C++ source: cmake -DOUT=… -DCSS=… -DJS=… -P embed.cmake
file(READ "${CSS}" css)
file(READ "${JS}" js)
file(WRITE "${OUT}" "#include \"report/assets.hpp\"

namespace veer::report::assets {
extern const std::string_view style = R\"veer_css(${css})veer_css\";
extern const std::string_view script = R\"veer_js(${js})veer_js\";
}
")
