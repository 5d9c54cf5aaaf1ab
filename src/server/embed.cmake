# Writes the documents that the server shows as a C++ source: cmake -DOUT=… -DOPENAPI=… -DOGC=… -DRESULTS=… -P embed.cmake
file(READ "${OPENAPI}" openapi)
file(READ "${OGC}" ogc)
# The web application is built with the same hash (web/vite.config.ts).
file(SHA256 "${OPENAPI}" openapi_hash)
file(SHA256 "${RESULTS}" results_hash)
string(SHA256 contract "${openapi_hash}${results_hash}")
file(WRITE "${OUT}" "#include \"server/documents.hpp\"

namespace veer::server::documents {
extern const std::string_view openapi = R\"veer_json(${openapi})veer_json\";
extern const std::string_view openapi_ogc = R\"veer_json(${ogc})veer_json\";
extern const std::string_view contract = \"${contract}\";
}
")
