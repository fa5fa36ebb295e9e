#ifndef COSMIUM_H
#define COSMIUM_H

// OpenStreetMap extracts as flat arrays, read with libosmium. No C++ exception leaves this header:
// each function returns a code and, where it fails, a message in words.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum cosmium_code {
  COSMIUM_OK = 0,
  COSMIUM_CANNOT_OPEN = 1,
  COSMIUM_UNKNOWN_FORMAT = 2,
  COSMIUM_DAMAGED = 3,
  COSMIUM_TOO_LARGE = 4,
  COSMIUM_OUT_OF_MEMORY = 5,
  COSMIUM_OTHER = 6
};

enum cosmium_entity { COSMIUM_NODE = 0, COSMIUM_WAY = 1, COSMIUM_RELATION = 2 };

// Position of a node that a way names but the extract does not hold.
#define COSMIUM_MISSING_NODE UINT32_MAX

// Keeps things of one kind that carry `key`, with this `value` unless it is null, and also the key
// `companion` unless that is null.
typedef struct cosmium_rule {
  int32_t entity;
  const char *key;
  const char *value;
  const char *companion;
} cosmium_rule;

typedef struct cosmium_request {
  // Which things to keep. Ways that are members of a kept relation, and nodes of kept ways, are
  // kept as well.
  const cosmium_rule *rules;
  size_t rule_count;
  // Which tags of them to keep: these keys, numbered in this order in the strings, ...
  const char *const *keys;
  size_t key_count;
  // ... and keys that begin with one of these.
  const char *const *prefixes;
  size_t prefix_count;
  // The most that may be kept before the reader gives up.
  uint64_t most_nodes;
  uint64_t most_ways;
  uint64_t most_references;
  uint64_t most_members;
} cosmium_request;

// What was read; every pointer is good until `cosmium_free`.
typedef struct cosmium_arrays {
  // Nodes in the order of their ids; coordinates as latitude, longitude pairs of 1e-7 degree.
  size_t node_count;
  const int64_t *node_ids;
  const int32_t *coordinates;
  // Nodes with tags: positions among the nodes, and where the tags of each begin (one more).
  size_t tagged_node_count;
  const uint32_t *tagged_nodes;
  const uint32_t *tagged_node_tags;
  // Ways in file order; offsets have one entry more than there are ways.
  size_t way_count;
  const int64_t *way_ids;
  const uint32_t *way_node_offsets;
  const uint32_t *way_nodes;
  size_t way_node_count;
  const uint32_t *way_tags;
  // Relations in file order.
  size_t relation_count;
  const int64_t *relation_ids;
  const uint32_t *member_offsets;
  const uint8_t *member_entities;
  const int64_t *member_ids;
  const uint32_t *member_roles;
  size_t member_count;
  const uint32_t *relation_tags;
  // Tags: pairs of positions among the strings.
  size_t tag_count;
  const uint32_t *tag_keys;
  const uint32_t *tag_values;
  // Strings in UTF-8, one after another, offsets with one entry more.
  size_t string_count;
  const uint64_t *string_offsets;
  const char *string_bytes;
  // The header: box as south, west, north, east in 1e-7 degree.
  int32_t has_bounds;
  int32_t bounds[4];
  const char *replication_timestamp;
  const char *generator;
  // The newest time stamp of any thing read, in seconds since 1970; 0 without any.
  int64_t newest_timestamp;
  // Nodes left out because their position is not on the earth.
  uint64_t invalid_node_count;
  // References of ways to nodes that the extract does not hold.
  uint64_t missing_node_count;
} cosmium_arrays;

typedef struct cosmium_extract cosmium_extract;

// Reads the file at `path`, or `size` bytes at `bytes` in `format` ("osm", "osm.gz", "pbf" ...)
// if `path` is null. On success `*extract` must be given to `cosmium_free`.
int32_t cosmium_read(const char *path, const void *bytes, size_t size, const char *format,
                     const cosmium_request *request, cosmium_extract **extract, char *message,
                     size_t message_capacity);

cosmium_arrays cosmium_view(const cosmium_extract *extract);

void cosmium_free(cosmium_extract *extract);

// A gzip stream that is written piece by piece; the same pieces give the same bytes.
typedef struct cosmium_gzip cosmium_gzip;

// Null when there is no memory.
cosmium_gzip *cosmium_gzip_start(void);

// Compresses `size` bytes and gives what has come out so far, good until the next call; `finish`
// ends the stream. Returns a cosmium_code.
int32_t cosmium_gzip_add(cosmium_gzip *stream, const void *bytes, size_t size, int32_t finish,
                         const uint8_t **output, size_t *output_size);

void cosmium_gzip_free(cosmium_gzip *stream);

#ifdef __cplusplus
}
#endif

#endif
