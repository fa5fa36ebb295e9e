#ifndef CLANES_H
#define CLANES_H

#include <stddef.h>
#include <stdint.h>

/// How many searches are swept at once: one vector register of doubles on the widest machines.
#define ROUNDS_LANES 8

/// An arc of a sweep: its cost, and the position of the vertex it comes from.
typedef struct {
  double cost;
  uint32_t tail;
  uint32_t unused;
} RoundsSweepArc;

/// The vertices of a sweep by their positions: their ranks, and where the arcs of each begin.
typedef struct {
  size_t count;
  const uint32_t *_Nonnull ranks;
  /// Arcs of position `p`: `first[p] ..< first[p + 1]`; every tail is below `p`.
  const uint32_t *_Nonnull first;
  const RoundsSweepArc *_Nonnull arcs;
} RoundsSweep;

/// Gives each position, one after the other, the least of what is known of it and of the ways over
/// its arcs: `lanes[p] = min(known[rank], lanes[tail] + cost)`.
///
/// `known` is read only for ranks whose bit is set in `is_known`; of others `unreachable` is known.
/// `lanes` and `known` hold ROUNDS_LANES numbers for each position and rank.
void rounds_sweep(RoundsSweep sweep, const double *_Nonnull known,
                  const uint64_t *_Nonnull is_known, double unreachable, double *_Nonnull lanes);

/// How a cost is packed into one number: so many units of its first part are one of the second.
typedef struct {
  /// What one unit of time weighs against one of distance.
  double time_unit;
  /// Units of time in a second.
  int32_t per_second;
  /// The cost of what cannot be reached, and what is written for it.
  double unreachable;
  int32_t unreachable_cell;
} RoundsCostForm;

/// Takes apart the costs of `count` columns of cells, ROUNDS_LANES each, into seconds, rounded half up,
/// and distances: lane `l` of column `c` goes to `durations[rows[l] + c]` and `distances[rows[l] + c]`.
///
/// Only the first `lanes` lanes are written.
void rounds_split(const double *_Nonnull cells, size_t count, size_t lanes, RoundsCostForm form,
                  const size_t *_Nonnull rows, int32_t *_Nonnull durations,
                  int32_t *_Nonnull distances);

#endif
