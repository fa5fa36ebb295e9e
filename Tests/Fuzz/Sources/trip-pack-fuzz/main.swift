import FuzzDriver
import FuzzTargets
import Glibc

let code = fuzz { data, size in
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  precondition(!TripPackTrial.run(input).isBroken)
  return 0
}
exit(code)
