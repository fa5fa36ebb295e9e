#include "COsmium.h"

#include <algorithm>
#include <cstdint>
#include <new>
#include <vector>

#include <zlib.h>

struct cosmium_gzip {
  z_stream stream{};
  std::vector<uint8_t> output;
};

cosmium_gzip *cosmium_gzip_start(void) {
  auto *gzip = new (std::nothrow) cosmium_gzip;
  if (gzip == nullptr) {
    return nullptr;
  }
  // 15 bits of window, 16 more for the gzip wrapping; no time stamp is written, so bytes repeat.
  if (deflateInit2(&gzip->stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
    delete gzip;
    return nullptr;
  }
  return gzip;
}

int32_t cosmium_gzip_add(cosmium_gzip *gzip, const void *bytes, size_t size, int32_t finish,
                         const uint8_t **output, size_t *output_size) {
  try {
    gzip->output.clear();
    const auto *next = static_cast<const Bytef *>(bytes);
    size_t left = size;
    uint8_t chunk[65536];
    int state = Z_OK;
    do {
      const auto part = static_cast<uInt>(std::min<size_t>(left, 1U << 30U));
      gzip->stream.next_in = const_cast<Bytef *>(next);
      gzip->stream.avail_in = part;
      const bool isLast = part == left;
      do {
        gzip->stream.next_out = chunk;
        gzip->stream.avail_out = sizeof(chunk);
        state = deflate(&gzip->stream, isLast && finish != 0 ? Z_FINISH : Z_NO_FLUSH);
        if (state == Z_STREAM_ERROR) {
          return COSMIUM_OTHER;
        }
        const size_t made = sizeof(chunk) - gzip->stream.avail_out;
        gzip->output.insert(gzip->output.end(), chunk, chunk + made);
      } while (gzip->stream.avail_out == 0);
      next += part;
      left -= part;
    } while (left > 0);
    *output = gzip->output.data();
    *output_size = gzip->output.size();
    return COSMIUM_OK;
  } catch (const std::bad_alloc &) {
    return COSMIUM_OUT_OF_MEMORY;
  }
}

void cosmium_gzip_free(cosmium_gzip *gzip) {
  if (gzip != nullptr) {
    deflateEnd(&gzip->stream);
    delete gzip;
  }
}
