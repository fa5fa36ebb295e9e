#pragma once

#include <cstdint>
#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "COsmium.h"

namespace cosmium {

/// More was found than the request allows.
struct TooLarge : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Strings, each kept once, numbered in the order of first use.
class StringPool {
public:
  uint32_t number(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) {
      return found->second;
    }
    const auto fresh = static_cast<uint32_t>(texts_.size());
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), fresh);
    return fresh;
  }

  const std::deque<std::string> &texts() const { return texts_; }

private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

} // namespace cosmium

/// What was read, as vectors.
struct cosmium_extract {
  std::vector<int64_t> node_ids;
  std::vector<int32_t> coordinates;
  std::vector<uint32_t> tagged_nodes;
  std::vector<uint32_t> tagged_node_tags;
  std::vector<int64_t> way_ids;
  std::vector<uint32_t> way_node_offsets{0};
  std::vector<uint32_t> way_nodes;
  std::vector<uint32_t> way_tags;
  std::vector<int64_t> relation_ids;
  std::vector<uint32_t> member_offsets{0};
  std::vector<uint8_t> member_entities;
  std::vector<int64_t> member_ids;
  std::vector<uint32_t> member_roles;
  std::vector<uint32_t> relation_tags;
  std::vector<uint32_t> tag_keys;
  std::vector<uint32_t> tag_values;
  std::vector<uint64_t> string_offsets;
  std::string string_bytes;
  bool has_bounds = false;
  int32_t bounds[4] = {0, 0, 0, 0};
  std::string replication_timestamp;
  std::string generator;
  int64_t newest_timestamp = 0;
  uint64_t invalid_node_count = 0;
  uint64_t missing_node_count = 0;
};
