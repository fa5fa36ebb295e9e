// The two loops of the road network that are written in C: a compiler for Swift cannot yet be asked to
// compile a function once for each width of vector registers and to choose when the program starts.
#include "CLanes.h"

#if defined(__x86_64__) && defined(__linux__) && defined(__has_attribute)
#if __has_attribute(target_clones)
#define FOR_EVERY_WIDTH __attribute__((target_clones("avx512f", "avx2", "default")))
#endif
#endif
#ifndef FOR_EVERY_WIDTH
#define FOR_EVERY_WIDTH
#endif

#define EACH_LANE for (int lane = 0; lane < ROUNDS_LANES; ++lane)

FOR_EVERY_WIDTH
void rounds_sweep(RoundsSweep sweep, const double *known, const uint64_t *is_known,
                  double unreachable, double *lanes) {
  double nowhere[ROUNDS_LANES];
  EACH_LANE nowhere[lane] = unreachable;
  for (size_t position = 0; position < sweep.count; ++position) {
    const size_t rank = sweep.ranks[position];
    const int has_start = is_known[rank >> 6] >> (rank & 63) & 1;
    const double *start = has_start ? known + rank * ROUNDS_LANES : nowhere;
    // Two chains of minima, as each waits for its last one.
    double least[ROUNDS_LANES], other[ROUNDS_LANES];
    EACH_LANE least[lane] = other[lane] = start[lane];
    uint32_t arc = sweep.first[position];
    const uint32_t end = sweep.first[position + 1];
    for (; arc + 2 <= end; arc += 2) {
      const RoundsSweepArc one = sweep.arcs[arc], two = sweep.arcs[arc + 1];
      const double *from = lanes + (size_t)one.tail * ROUNDS_LANES;
      const double *also = lanes + (size_t)two.tail * ROUNDS_LANES;
      EACH_LANE {
        const double next = from[lane] + one.cost, second = also[lane] + two.cost;
        least[lane] = next < least[lane] ? next : least[lane];
        other[lane] = second < other[lane] ? second : other[lane];
      }
    }
    if (arc < end) {
      const double *from = lanes + (size_t)sweep.arcs[arc].tail * ROUNDS_LANES;
      const double cost = sweep.arcs[arc].cost;
      EACH_LANE {
        const double next = from[lane] + cost;
        least[lane] = next < least[lane] ? next : least[lane];
      }
    }
    double *mine = lanes + position * ROUNDS_LANES;
    EACH_LANE mine[lane] = other[lane] < least[lane] ? other[lane] : least[lane];
  }
}

FOR_EVERY_WIDTH
void rounds_split(const double *cells, size_t count, size_t lanes, RoundsCostForm form,
                  const size_t *rows, int32_t *durations, int32_t *distances) {
  const double per_unit = 1 / form.time_unit;
  const int32_t half = form.per_second / 2;
  for (size_t column = 0; column < count; ++column) {
    int32_t seconds[ROUNDS_LANES], lengths[ROUNDS_LANES];
    EACH_LANE {
      const double cost = cells[column * ROUNDS_LANES + lane];
      // Unreachable costs are no larger than twice the time unit times 2^26, so that this fits.
      const int32_t time = (int32_t)(cost * per_unit);
      const int32_t length = (int32_t)(cost - (double)time * form.time_unit);
      const int is_far = cost >= form.unreachable;
      seconds[lane] = is_far ? form.unreachable_cell : (time + half) / form.per_second;
      lengths[lane] = is_far ? form.unreachable_cell : length;
    }
    for (size_t lane = 0; lane < lanes; ++lane) {
      durations[rows[lane] + column] = seconds[lane];
      distances[rows[lane] + column] = lengths[lane];
    }
  }
}
