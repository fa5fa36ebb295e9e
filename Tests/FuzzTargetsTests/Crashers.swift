#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Inputs that once crashed a fuzzer, kept so that they never do again.
enum Crashers {
  static func inputs(_ target: String) -> [(name: String, bytes: [UInt8])] {
    let folder = here + "/Crashers/" + target
    return names(folder).map { ($0, bytes(folder + "/" + $0)) }
  }

  /// The seed at `path` in the folder of the fuzzers' seeds.
  static func seed(_ path: String) -> [UInt8] { bytes(here + "/../Fuzz/Seeds/" + path) }

  private static let here: String = {
    let file: String = #filePath
    return "/" + file.split(separator: "/").dropLast().joined(separator: "/")
  }()

  private static func names(_ folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") && name != "README.md" { names.append(name) }
    }
    return names.sorted()
  }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&piece, 1, piece.count, file)
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }
}
