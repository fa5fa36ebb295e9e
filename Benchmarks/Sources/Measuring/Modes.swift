public import Quantities

extension Options {
  /// Travel modes by their names, parted by commas.
  public func modes(
    _ name: String, default standard: [TravelMode]
  ) throws(BenchmarkFailure) -> [TravelMode] {
    guard let text = self[name] else { return standard }
    var modes: [TravelMode] = []
    for part in text.split(separator: ",") {
      guard let mode = TravelMode(rawValue: String(part)) else {
        let known = TravelMode.allCases.map(\.rawValue).joined(separator: ", ")
        throw BenchmarkFailure("--\(name) \(part): the modes are \(known)")
      }
      modes.append(mode)
    }
    return modes
  }
}
