import FuzzDriver
import FuzzTargets
import Glibc

let code = fuzz { data, size in
  RoadFileTrial.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
exit(code)
