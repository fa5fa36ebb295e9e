#include "COsmium.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <cstring>
#include <new>
#include <system_error>

#include <osmium/io/error.hpp>

#include "ExtractReader.hpp"

namespace {

void say(const char *text, char *message, size_t capacity) {
  if (capacity == 0) {
    return;
  }
  std::strncpy(message, text, capacity - 1);
  message[capacity - 1] = '\0';
}

/// libosmium reads standard input for "-" and starts a downloader for URLs; neither is a file.
bool isLocalFile(std::string_view path) {
  return !path.empty() && path != "-" && path.find("://") == std::string_view::npos;
}

} // namespace

int32_t cosmium_read(const char *path, const void *bytes, size_t size, const char *format,
                     const cosmium_request *request, cosmium_extract **extract, char *message,
                     size_t message_capacity) {
  *extract = nullptr;
  const auto fail = [&](int32_t code, const char *text) {
    say(text, message, message_capacity);
    return code;
  };
  try {
    if (path != nullptr && !isLocalFile(path)) {
      return fail(COSMIUM_CANNOT_OPEN, "not the path of a file");
    }
    const osmium::io::File file =
        path != nullptr
            ? osmium::io::File{path, format}
            : osmium::io::File{static_cast<const char *>(bytes), size, format};
    if (file.format() == osmium::io::file_format::unknown) {
      return fail(COSMIUM_UNKNOWN_FORMAT, "not a known kind of extract by its ending");
    }
    cosmium::ExtractReader reader{file, *request};
    *extract = reader.read().release();
    return COSMIUM_OK;
  } catch (const cosmium::TooLarge &error) {
    return fail(COSMIUM_TOO_LARGE, error.what());
  } catch (const std::bad_alloc &error) {
    return fail(COSMIUM_OUT_OF_MEMORY, error.what());
  } catch (const std::system_error &error) {
    return fail(COSMIUM_CANNOT_OPEN, error.what());
  } catch (const osmium::unsupported_file_format_error &error) {
    return fail(COSMIUM_UNKNOWN_FORMAT, error.what());
  } catch (const std::exception &error) {
    return fail(COSMIUM_DAMAGED, error.what());
  } catch (...) {
    return fail(COSMIUM_OTHER, "unknown failure");
  }
}

cosmium_arrays cosmium_view(const cosmium_extract *extract) {
  cosmium_arrays view{};
  view.node_count = extract->node_ids.size();
  view.node_ids = extract->node_ids.data();
  view.coordinates = extract->coordinates.data();
  view.tagged_node_count = extract->tagged_nodes.size();
  view.tagged_nodes = extract->tagged_nodes.data();
  view.tagged_node_tags = extract->tagged_node_tags.data();
  view.way_count = extract->way_ids.size();
  view.way_ids = extract->way_ids.data();
  view.way_node_offsets = extract->way_node_offsets.data();
  view.way_nodes = extract->way_nodes.data();
  view.way_node_count = extract->way_nodes.size();
  view.way_tags = extract->way_tags.data();
  view.relation_count = extract->relation_ids.size();
  view.relation_ids = extract->relation_ids.data();
  view.member_offsets = extract->member_offsets.data();
  view.member_entities = extract->member_entities.data();
  view.member_ids = extract->member_ids.data();
  view.member_roles = extract->member_roles.data();
  view.member_count = extract->member_ids.size();
  view.relation_tags = extract->relation_tags.data();
  view.tag_count = extract->tag_keys.size();
  view.tag_keys = extract->tag_keys.data();
  view.tag_values = extract->tag_values.data();
  view.string_count = extract->string_offsets.size() - 1;
  view.string_offsets = extract->string_offsets.data();
  view.string_bytes = extract->string_bytes.data();
  view.has_bounds = extract->has_bounds ? 1 : 0;
  std::copy(std::begin(extract->bounds), std::end(extract->bounds), view.bounds);
  view.replication_timestamp = extract->replication_timestamp.c_str();
  view.generator = extract->generator.c_str();
  view.newest_timestamp = extract->newest_timestamp;
  view.invalid_node_count = extract->invalid_node_count;
  view.missing_node_count = extract->missing_node_count;
  return view;
}

void cosmium_free(cosmium_extract *extract) {
  delete extract;
#ifdef __GLIBC__
  // The reader's buffers are many and small; what is built from the extract needs their place.
  malloc_trim(0);
#endif
}
