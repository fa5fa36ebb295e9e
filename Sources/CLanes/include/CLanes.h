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

#endif
