/// Counts what a program takes from the heap.
///
/// Linking this replaces malloc and its siblings for the whole process, the Swift runtime included;
/// each call is counted and passed on to the C library.
#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/// Calls of malloc, calloc, realloc and the aligned ones so far, on any thread.
uint64_t allocation_count(void);
/// The bytes they asked for, as a sum that freeing does not lower.
uint64_t allocation_bytes(void);

#endif
