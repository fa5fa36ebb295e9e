import Glibc

/// Why a measurement could not be taken, as a sentence for whoever started it.
public struct BenchmarkFailure: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// A failure described by `description`.
  public init(_ description: String) { self.description = description }
}

/// Says on the standard error why a program stops.
public func complain(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
