#pragma once

#include <cstring>
#include <string_view>

#include <osmium/osm/tag.hpp>

namespace cosmium {

/// Calls `action` with each key and value until it returns false.
///
/// libosmium's own iterator trusts that no text holds a zero byte and that texts come in pairs; a
/// forged file breaks both, so this walk looks for the ends of texts only inside the list.
template <typename Action>
void forEachTag(const osmium::TagList &tags, Action action) {
  const auto *next = reinterpret_cast<const char *>(tags.data()) + sizeof(osmium::TagList);
  const auto *end = reinterpret_cast<const char *>(tags.data()) + tags.byte_size();
  std::string_view texts[2];
  while (next < end) {
    for (std::string_view &text : texts) {
      const auto left = next < end ? static_cast<size_t>(end - next) : 0;
      const void *zero = left > 0 ? std::memchr(next, 0, left) : nullptr;
      if (zero == nullptr) {
        return;
      }
      text = {next, static_cast<size_t>(static_cast<const char *>(zero) - next)};
      next += text.size() + 1;
    }
    if (!action(texts[0], texts[1])) {
      return;
    }
  }
}

} // namespace cosmium
