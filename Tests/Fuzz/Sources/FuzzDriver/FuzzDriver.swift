public import CLibFuzzer

/// Runs libFuzzer on a trial with the arguments of the command line.
public func fuzz(_ trial: fuzz_trial) -> Int32 {
  unsafe fuzz_run(CommandLine.argc, CommandLine.unsafeArgv, trial)
}
