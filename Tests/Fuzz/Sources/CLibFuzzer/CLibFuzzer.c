#include "CLibFuzzer.h"

extern int LLVMFuzzerRunDriver(int *count, char ***arguments, fuzz_trial trial);

int fuzz_run(int count, char **arguments, fuzz_trial trial) {
  return LLVMFuzzerRunDriver(&count, &arguments, trial);
}
