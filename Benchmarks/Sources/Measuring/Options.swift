import Quantities

/// Positional arguments and `--name value` pairs of a command line.
public struct Options {
  /// What stands there without a name.
  public let positional: [String]
  private let named: [String: String]

  /// Reads `arguments`; every name must be one of `known` and have a value.
  public init(_ arguments: some Sequence<String>, known: Set<String>) throws(BenchmarkFailure) {
    var positional: [String] = []
    var named: [String: String] = [:]
    var name: String?
    for argument in arguments {
      if let waiting = name {
        named[waiting] = argument
        name = nil
      } else if argument.hasPrefix("--") {
        name = String(argument.dropFirst(2))
        guard known.contains(name ?? "") else {
          throw BenchmarkFailure("unknown option \(argument)")
        }
      } else {
        positional.append(argument)
      }
    }
    if let name { throw BenchmarkFailure("--\(name) needs a value") }
    (self.positional, self.named) = (positional, named)
  }

  /// The value of an option; `nil` without it.
  public subscript(name: String) -> String? { named[name] }

  /// The positional argument at `index`, called `what` in the message when it is missing.
  public func argument(_ index: Int, _ what: String) throws(BenchmarkFailure) -> String {
    guard index < positional.count else { throw BenchmarkFailure("\(what) is missing") }
    return positional[index]
  }

  /// Whole numbers of at least one, parted by commas.
  public func numbers(_ name: String, default standard: [Int]) throws(BenchmarkFailure) -> [Int] {
    guard let text = named[name] else { return standard }
    let parts = text.split(separator: ",")
    let numbers = parts.compactMap { Int($0) }.filter { $0 > 0 }
    guard !numbers.isEmpty, numbers.count == parts.count else {
      throw BenchmarkFailure("--\(name) \(text): whole numbers above zero, parted by commas")
    }
    return numbers
  }

  /// One whole number of at least one.
  public func number(_ name: String, default standard: Int) throws(BenchmarkFailure) -> Int {
    try numbers(name, default: [standard])[0]
  }
}
