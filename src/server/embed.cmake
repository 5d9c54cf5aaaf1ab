# Writes the documents that the server shows as a C++ source: cmake -DOUT=… -DOPENAPI=… -DOGC=… -P embed.cmake
file(READ "${OPENAPI}" openapi)
file(READ "${OGC}" ogc)
file(WRITE "${OUT}" "#include \"server/documents.hpp\"

namespace veer::server::documents {
extern const std::string_view openapi = R\"veer_json(${openapi})veer_json\";
extern const std::string_view openapi_ogc = R\"veer_json(${ogc})veer_json\";
}
")
