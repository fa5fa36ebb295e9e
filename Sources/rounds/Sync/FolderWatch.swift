import Foundation
import Synchronization

/// Looks into a folder again and again for visit logs that have come to rest.
///
/// A file that changed since the look before may still be growing and is left until the next one;
/// one that was taken is taken again only when it has changed.
struct FolderWatch {
  /// What tells whether a file changed.
  private struct State: Equatable {
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  let folder: URL
  private var seen: [String: State] = [:]
  private var taken: [String: State] = [:]

  init(_ folder: URL) { self.folder = folder }

  /// The visit logs of a folder, in order of their names.
  static func logs(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".visits") && !$0.hasPrefix(".") }.sorted()
      .map { folder.appendingPathComponent($0) }
  }

  /// The files that are as they were at the last look and were not taken so.
  mutating func look() throws -> [URL] {
    var now: [String: State] = [:]
    var still: [URL] = []
    for file in try Self.logs(in: folder) {
      guard let state = Self.state(of: file) else { continue }
      now[file.path] = state
      if seen[file.path] == state, taken[file.path] != state { still.append(file) }
    }
    seen = now
    return still
  }

  /// Notes that a file was taken as it was at the last look.
  mutating func take(_ file: URL) { taken[file.path] = seen[file.path] }

  private static func state(of file: URL) -> State? {
    var status = stat()
    guard unsafe stat(file.path, &status) == 0 else { return nil }
    return State(
      size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
}

/// Asks a long-running command to end after what it is at, when somebody presses Ctrl-C.
enum StopRequest {
  private static let isRequested = Atomic(false)

  /// Whether the end was asked for.
  static var isMade: Bool { isRequested.load(ordering: .relaxed) }

  /// Takes Ctrl-C, and the end that a service manager asks for, as a wish instead of a blow.
  static func listen() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      unsafe sigaddset(&signals, number)
      _ = signal(number) { _ in StopRequest.isRequested.store(true, ordering: .relaxed) }
    }
    // Whoever started the program may have barred them.
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Waits, but not longer than until the end is asked for.
  static func wait(seconds: Double) {
    let end = ContinuousClock.now + .seconds(seconds)
    while !isMade, ContinuousClock.now < end { usleep(50_000) }
  }
}
