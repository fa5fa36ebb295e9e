#pragma once

#include <array>
#include <unordered_set>

#include "Extract.hpp"
#include "TagWalk.hpp"

namespace cosmium {

/// Which things and which of their tags a request asks for.
class Wanted {
public:
  Wanted(const cosmium_request &request, StringPool &strings) {
    for (size_t index = 0; index < request.key_count; ++index) {
      keys_.insert(request.keys[index]);
      strings.number(request.keys[index]);
    }
    for (size_t index = 0; index < request.prefix_count; ++index) {
      prefixes_.emplace_back(request.prefixes[index]);
    }
    for (size_t index = 0; index < request.rule_count; ++index) {
      const cosmium_rule &rule = request.rules[index];
      if (rule.entity < 0 || rule.entity > COSMIUM_RELATION) {
        continue;
      }
      auto &values = rules_[static_cast<size_t>(rule.entity)][rule.key];
      if (rule.companion != nullptr) {
        values.companion = rule.companion;
      } else if (rule.value == nullptr) {
        values.any = true;
      } else {
        values.texts.insert(rule.value);
      }
    }
  }

  bool keeps(int entity, const osmium::TagList &tags) const {
    const auto &rules = rules_[static_cast<size_t>(entity)];
    bool isKept = false;
    forEachTag(tags, [&](std::string_view key, std::string_view value) {
      const auto found = rules.find(key);
      isKept = found != rules.end() &&
               (found->second.has(value) || hasCompanion(tags, found->second.companion));
      return !isKept;
    });
    return isKept;
  }

  bool hasKey(std::string_view key) const {
    if (keys_.count(key) > 0) {
      return true;
    }
    for (const std::string_view prefix : prefixes_) {
      if (key.substr(0, prefix.size()) == prefix) {
        return true;
      }
    }
    return false;
  }

private:
  static bool hasCompanion(const osmium::TagList &tags, std::string_view companion) {
    bool isThere = false;
    if (!companion.empty()) {
      forEachTag(tags, [&](std::string_view key, std::string_view) {
        isThere = key == companion;
        return !isThere;
      });
    }
    return isThere;
  }

  struct Values {
    bool any = false;
    std::string_view companion;
    std::unordered_set<std::string_view> texts;

    bool has(std::string_view value) const { return any || texts.count(value) > 0; }
  };

  // The request outlives this value, so its strings need no copies.
  std::unordered_set<std::string_view> keys_;
  std::vector<std::string_view> prefixes_;
  std::array<std::unordered_map<std::string_view, Values>, 3> rules_;
};

} // namespace cosmium
