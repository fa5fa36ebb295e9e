import FuzzTargets
import Glibc

// sync-seeds FOLDER: writes what the sync fuzzers begin with into FOLDER/<target>/<name>.
guard CommandLine.arguments.count == 2 else {
  print("sync-seeds FOLDER")
  exit(64)
}
let folder = CommandLine.arguments[1]
for seed in try SyncSeed.all() {
  mkdir(folder + "/" + seed.target, 0o755)
  let path = folder + "/" + seed.target + "/" + seed.name
  guard let file = fopen(path, "wb"), fwrite(seed.bytes, 1, seed.bytes.count, file) >= 0,
    fclose(file) == 0
  else {
    perror(path)
    exit(74)
  }
  print(path, seed.bytes.count, "bytes")
}
