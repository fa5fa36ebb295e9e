#pragma once

#include <algorithm>
#include <memory>
#include <tuple>

#include <osmium/io/any_input.hpp>
#include <osmium/osm.hpp>

#include "Extract.hpp"
#include "Wanted.hpp"

namespace cosmium {

/// Reads an extract in three passes, so that only what is wanted is ever held: relations (and which
/// ways they need), ways (and which nodes they need), nodes.
class ExtractReader {
public:
  ExtractReader(const osmium::io::File &file, const cosmium_request &request)
      : file_(file), request_(request), wanted_(request, strings_) {}

  std::unique_ptr<cosmium_extract> read() {
    readRelations();
    readWays();
    readNodes();
    resolveReferences();
    flattenStrings();
    return std::move(extract_);
  }

private:
  osmium::io::File file_;
  const cosmium_request &request_;
  StringPool strings_;
  Wanted wanted_;
  std::unique_ptr<cosmium_extract> extract_ = std::make_unique<cosmium_extract>();
  std::vector<int64_t> memberWays_;
  std::vector<int64_t> memberNodes_;
  std::vector<int64_t> references_;
  std::vector<int64_t> neededNodes_;

  template <typename Object, typename Action>
  void forEach(osmium::osm_entity_bits::type entities, Action action) {
    osmium::io::Reader reader{file_, entities, osmium::io::read_meta::yes};
    if (entities == osmium::osm_entity_bits::relation) {
      takeHeader(reader.header());
    }
    while (const osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &object : buffer.select<Object>()) {
        if (object.visible()) {
          takeTimestamp(object.timestamp());
          action(object);
        }
      }
    }
    reader.close();
  }

  void takeHeader(const osmium::io::Header &header) {
    const osmium::Box box = header.joined_boxes();
    if (box.valid()) {
      extract_->has_bounds = true;
      extract_->bounds[0] = box.bottom_left().y();
      extract_->bounds[1] = box.bottom_left().x();
      extract_->bounds[2] = box.top_right().y();
      extract_->bounds[3] = box.top_right().x();
    }
    extract_->replication_timestamp = header.get("osmosis_replication_timestamp");
    extract_->generator = header.get("generator");
  }

  void takeTimestamp(osmium::Timestamp timestamp) {
    const auto seconds = static_cast<int64_t>(timestamp.seconds_since_epoch());
    extract_->newest_timestamp = std::max(extract_->newest_timestamp, seconds);
  }

  void takeTags(const osmium::TagList &tags) {
    forEachTag(tags, [this](std::string_view key, std::string_view value) {
      if (wanted_.hasKey(key)) {
        extract_->tag_keys.push_back(strings_.number(key));
        extract_->tag_values.push_back(strings_.number(value));
      }
      return true;
    });
  }

  uint32_t tagCount() const { return static_cast<uint32_t>(extract_->tag_keys.size()); }

  static void sortAndUnique(std::vector<int64_t> &ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  }

  static bool holds(const std::vector<int64_t> &sortedIDs, int64_t id) {
    return std::binary_search(sortedIDs.begin(), sortedIDs.end(), id);
  }

  void limit(uint64_t count, uint64_t most, const char *what) const {
    if (count > most) {
      throw TooLarge{"more than " + std::to_string(most) + " " + what};
    }
  }

  void readRelations() {
    forEach<osmium::Relation>(osmium::osm_entity_bits::relation, [this](const auto &relation) {
      if (!wanted_.keeps(COSMIUM_RELATION, relation.tags())) {
        return;
      }
      const auto members = extract_->member_ids.size() + relation.members().size();
      limit(members, request_.most_members, "members of relations");
      extract_->relation_ids.push_back(relation.id());
      extract_->relation_tags.push_back(tagCount());
      takeTags(relation.tags());
      for (const auto &member : relation.members()) {
        takeMember(member);
      }
      extract_->member_offsets.push_back(static_cast<uint32_t>(extract_->member_ids.size()));
    });
    extract_->relation_tags.push_back(tagCount());
    sortAndUnique(memberWays_);
    sortAndUnique(memberNodes_);
  }

  void takeMember(const osmium::RelationMember &member) {
    uint8_t entity = COSMIUM_RELATION;
    if (member.type() == osmium::item_type::node) {
      entity = COSMIUM_NODE;
      memberNodes_.push_back(member.ref());
    } else if (member.type() == osmium::item_type::way) {
      entity = COSMIUM_WAY;
      memberWays_.push_back(member.ref());
    }
    extract_->member_entities.push_back(entity);
    extract_->member_ids.push_back(member.ref());
    extract_->member_roles.push_back(strings_.number(member.role()));
  }

  void readWays() {
    forEach<osmium::Way>(osmium::osm_entity_bits::way, [this](const auto &way) {
      if (!wanted_.keeps(COSMIUM_WAY, way.tags()) && !holds(memberWays_, way.id())) {
        return;
      }
      limit(extract_->way_ids.size() + 1, request_.most_ways, "ways");
      limit(references_.size() + way.nodes().size(), request_.most_references, "nodes of ways");
      extract_->way_ids.push_back(way.id());
      extract_->way_tags.push_back(tagCount());
      takeTags(way.tags());
      for (const auto &node : way.nodes()) {
        references_.push_back(node.ref());
      }
      extract_->way_node_offsets.push_back(static_cast<uint32_t>(references_.size()));
    });
    extract_->way_tags.push_back(tagCount());
    neededNodes_ = references_;
    neededNodes_.insert(neededNodes_.end(), memberNodes_.begin(), memberNodes_.end());
    sortAndUnique(neededNodes_);
  }

  struct Node {
    int64_t id;
    int32_t latitude;
    int32_t longitude;
    uint32_t firstTag;
    uint32_t lastTag;
  };

  void readNodes() {
    std::vector<Node> nodes;
    size_t next = 0;
    forEach<osmium::Node>(osmium::osm_entity_bits::node, [&](const auto &node) {
      const bool isWanted = wanted_.keeps(COSMIUM_NODE, node.tags());
      if (!isWanted && !isNeeded(node.id(), next)) {
        return;
      }
      if (!node.location().valid()) {
        extract_->invalid_node_count += 1;
        return;
      }
      limit(nodes.size() + 1, request_.most_nodes, "nodes");
      const uint32_t first = tagCount();
      takeTags(node.tags());
      nodes.push_back({node.id(), node.location().y(), node.location().x(), first, tagCount()});
    });
    const auto byID = [](const Node &left, const Node &right) {
      return std::tie(left.id, left.latitude, left.longitude) <
             std::tie(right.id, right.latitude, right.longitude);
    };
    std::sort(nodes.begin(), nodes.end(), byID);
    takeNodes(nodes);
  }

  /// Whether a way needs the node; `next` walks along the needed ones, as files are mostly sorted.
  bool isNeeded(int64_t id, size_t &next) const {
    while (next < neededNodes_.size() && neededNodes_[next] < id) {
      ++next;
    }
    if (next < neededNodes_.size() && neededNodes_[next] == id) {
      return true;
    }
    const bool mayHavePassed = next > 0 && neededNodes_[next - 1] > id;
    if (mayHavePassed || next == neededNodes_.size()) {
      return holds(neededNodes_, id);
    }
    return false;
  }

  void takeNodes(const std::vector<Node> &nodes) {
    std::vector<uint32_t> keys;
    std::vector<uint32_t> values;
    const uint32_t wayAndRelationTags = extract_->way_tags.back();
    for (const Node &node : nodes) {
      if (!extract_->node_ids.empty() && extract_->node_ids.back() == node.id) {
        continue;
      }
      if (node.firstTag < node.lastTag) {
        extract_->tagged_nodes.push_back(static_cast<uint32_t>(extract_->node_ids.size()));
        extract_->tagged_node_tags.push_back(
            wayAndRelationTags + static_cast<uint32_t>(keys.size()));
        for (uint32_t tag = node.firstTag; tag < node.lastTag; ++tag) {
          keys.push_back(extract_->tag_keys[tag]);
          values.push_back(extract_->tag_values[tag]);
        }
      }
      extract_->node_ids.push_back(node.id);
      extract_->coordinates.push_back(node.latitude);
      extract_->coordinates.push_back(node.longitude);
    }
    extract_->tag_keys.resize(wayAndRelationTags);
    extract_->tag_values.resize(wayAndRelationTags);
    extract_->tag_keys.insert(extract_->tag_keys.end(), keys.begin(), keys.end());
    extract_->tag_values.insert(extract_->tag_values.end(), values.begin(), values.end());
    extract_->tagged_node_tags.push_back(tagCount());
  }

  /// Turns ids of nodes into positions. Neighbours on a way mostly have neighbouring ids, so the
  /// search gallops out from the last one found.
  void resolveReferences() {
    const auto &ids = extract_->node_ids;
    extract_->way_nodes.reserve(references_.size());
    size_t hint = 0;
    for (const int64_t id : references_) {
      hint = gallop(ids, id, hint);
      const bool isThere = hint < ids.size() && ids[hint] == id;
      extract_->missing_node_count += isThere ? 0 : 1;
      extract_->way_nodes.push_back(isThere ? static_cast<uint32_t>(hint) : COSMIUM_MISSING_NODE);
    }
    references_ = {};
  }

  static size_t gallop(const std::vector<int64_t> &ids, int64_t id, size_t hint) {
    if (ids.empty()) {
      return 0;
    }
    hint = std::min(hint, ids.size() - 1);
    size_t low = hint;
    size_t high = hint + 1;
    for (size_t step = 1; low > 0 && ids[low] > id; step *= 2) {
      high = low + 1;
      low = low > step ? low - step : 0;
    }
    for (size_t step = 1; high < ids.size() && ids[high - 1] < id; step *= 2) {
      low = high - 1;
      high = std::min(ids.size(), high + step);
    }
    const auto first = ids.begin();
    return std::lower_bound(first + low, first + high, id) - first;
  }

  void flattenStrings() {
    extract_->string_offsets.push_back(0);
    for (const std::string &text : strings_.texts()) {
      extract_->string_bytes += text;
      extract_->string_offsets.push_back(extract_->string_bytes.size());
    }
  }
};

} // namespace cosmium
