import FuzzDriver
import FuzzTargets
import Glibc

let code = fuzz { data, size in
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  precondition(ExtractTrial.run(input, name: "a.osm") != .cannotBeOpened)
  return 0
}
exit(code)
