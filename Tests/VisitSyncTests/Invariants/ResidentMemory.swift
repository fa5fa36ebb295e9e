import Foundation

/// What the kernel says of this process's resident memory (proc(5)), in bytes; Linux alone.
enum ResidentMemory {
  /// What is resident now.
  static func now() -> Int? { field("VmRSS:") }

  /// The most that was resident since ``resetPeak()``.
  static func peak() -> Int? { field("VmHWM:") }

  /// Counts the peak from now on; whether the kernel took it.
  static func resetPeak() -> Bool {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return false }
    defer { try? file.close() }
    return (try? file.write(contentsOf: Data("5".utf8))) != nil
  }

  private static func field(_ name: String) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) })
    else { return nil }
    return line.split { !$0.isNumber }.first.flatMap { Int($0) }.map { $0 << 10 }
  }
}
