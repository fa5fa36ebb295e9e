import Glibc

/// The most memory that the process has had resident since a moment of one's choice.
public enum PeakMemory {
  /// Makes the kernel count from now on (proc(5), `clear_refs`).
  ///
  /// - Throws: `BenchmarkFailure` if the kernel does not let it.
  public static func reset() throws(BenchmarkFailure) {
    let file = unsafe fopen("/proc/self/clear_refs", "w")
    guard let file = unsafe file, unsafe fputs("5", file) >= 0, unsafe fclose(file) == 0 else {
      throw BenchmarkFailure("/proc/self/clear_refs cannot be written")
    }
  }

  /// The peak since ``reset()``, in MB of 2²⁰ bytes.
  ///
  /// - Returns: the peak.
  /// - Throws: `BenchmarkFailure` if the kernel does not tell it.
  public static func megabytes() throws(BenchmarkFailure) -> Double {
    guard let file = unsafe fopen("/proc/self/status", "r") else {
      throw BenchmarkFailure("/proc/self/status cannot be read")
    }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while unsafe fgets(&line, 256, file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmHWM:"),
        let number = text.split(whereSeparator: { " \t".contains($0) }).dropFirst().first,
        let kibibytes = Double(number)
      {
        return kibibytes / 1024
      }
    }
    throw BenchmarkFailure("/proc/self/status has no VmHWM")
  }
}
