/// libFuzzer as a library, from clang's runtime without its `main`.
#ifndef LIB_FUZZER_H
#define LIB_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// What an input is tried with.
typedef int (*fuzz_trial)(const uint8_t *data, size_t size);

/// Runs libFuzzer with a program's arguments; returns its exit code.
int fuzz_run(int count, char **arguments, fuzz_trial trial);

#endif
