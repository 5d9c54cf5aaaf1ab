#include "store/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "base/result.hpp"

namespace veer::store {

namespace {

std::string in_hex(EVP_MD_CTX* context) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int length = 0;
  ENSURE(EVP_DigestFinal_ex(context, bytes.data(), &length) == 1, "SHA-256 ends");
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < length; ++i) {
    out += digits[bytes[i] >> 4U];
    out += digits[bytes[i] & 15U];
  }
  return out;
}

}  // namespace

struct Digest::State {
  State() : context(EVP_MD_CTX_new()) {
    ENSURE(context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1, "SHA-256 is available");
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { EVP_MD_CTX_free(context); }
  void put(std::string_view bytes) const {
    ENSURE(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1, "SHA-256 takes bytes");
  }
  EVP_MD_CTX* context;
};

Digest::Digest() : state_(std::make_unique<State>()) {}
Digest::~Digest() = default;

void Digest::add(std::string_view part) {
  state_->put(std::to_string(part.size()));
  state_->put(":");
  state_->put(part);
}

void Digest::add(std::uint64_t number) { add(std::string_view(std::to_string(number))); }

std::string Digest::hex() { return in_hex(state_->context); }

std::string sha256_hex(std::string_view bytes) {
  struct Context {
    EVP_MD_CTX* it = EVP_MD_CTX_new();
    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { EVP_MD_CTX_free(it); }
  } context;
  ENSURE(context.it != nullptr && EVP_DigestInit_ex(context.it, EVP_sha256(), nullptr) == 1 &&
             EVP_DigestUpdate(context.it, bytes.data(), bytes.size()) == 1,
         "SHA-256 is available");
  return in_hex(context.it);
}

}  // namespace veer::store
