# Writes the shipped outages as a C++ source: cmake -DOUT=… -DFOLDER=… -P embed.cmake
file(READ "${FOLDER}/cases.csv" cases)
file(READ "${FOLDER}/observations.csv" observations)
file(WRITE "${OUT}" "#include <string_view>

namespace veer::backtest {
extern const std::string_view shipped_case_rows;
extern const std::string_view shipped_observation_rows;
const std::string_view shipped_case_rows = R\"veer_csv(${cases})veer_csv\";
const std::string_view shipped_observation_rows = R\"veer_csv(${observations})veer_csv\";
}
")
