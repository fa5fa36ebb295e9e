import FieldModel
public import Quantities

/// A server of the office's own choice that tells the planner travel times.
///
/// The coordinates of the places to visit are sent to it.
public struct MatrixServer: Hashable, Sendable {
  /// What the server speaks.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// OSRM's HTTP API v1.
    case osrm
    /// Valhalla's `/sources_to_targets`.
    case valhalla
  }

  /// What the server speaks.
  public var kind: Kind
  /// Where it is: `http` or `https`, a host, perhaps a port and a path.
  public var address: String
  /// For which modes it is asked; others are timed on the map.
  public var modes: [TravelMode]
  /// The most places that one question may name.
  public var mostPlaces: Int

  /// A server asked for crews in cars, a hundred places at a time.
  public init(kind: Kind, address: String, modes: [TravelMode] = [.car], mostPlaces: Int = 100) {
    self.kind = kind
    self.address = address
    self.modes = modes
    self.mostPlaces = mostPlaces
  }
}

extension SettingsFile {
  /// The server under `matrix`; `nil` without that key.
  ///
  /// - Throws: ``ConfigurationError`` for a server that cannot be understood: plans must not be made
  ///   with other times than the office asked for.
  static func matrixServer(
    _ table: inout YAMLTable, _ remarks: inout [Diagnostic]
  ) throws(ConfigurationError) -> MatrixServer? {
    guard let node = table.node("matrix") else { return nil }
    guard var matrix = YAMLTable(node, path: table.name("matrix")) else {
      throw .missing(
        table.remark(.error, "unknown-value", "matrix", advice: "osrm: http://127.0.0.1:5000"))
    }
    let stated = MatrixServer.Kind.allCases.filter { matrix.keys.contains($0.rawValue) }
    guard let kind = stated.first, stated.count == 1 else {
      throw .missing(
        table.remark(.error, "unknown-value", "matrix", advice: "osrm: http://127.0.0.1:5000"))
    }
    guard let address = matrix.text(kind.rawValue), isAddress(address) else {
      throw .missing(
        matrix.remark(.error, "unknown-value", kind.rawValue, advice: "http://127.0.0.1:5000"))
    }
    var server = MatrixServer(kind: kind, address: address)
    if let words = matrix.texts("modes") {
      let modes = words.compactMap { TravelMode(rawValue: $0) }
      guard modes.count == words.count, !modes.isEmpty else {
        throw .missing(
          matrix.remark(
            .error, "unknown-value", "modes",
            advice: TravelMode.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      server.modes = TravelMode.allCases.filter(modes.contains)
    }
    if let places = matrix.integer("places", in: 2...10_000, &remarks) {
      server.mostPlaces = places
    }
    remarks += matrix.unknownKeys()
    return server
  }

  /// Whether `text` is `http` or `https` with a host, and without spaces, query or fragment.
  private static func isAddress(_ text: String) -> Bool {
    guard let scheme = ["http://", "https://"].first(where: text.hasPrefix) else { return false }
    let rest = text.dropFirst(scheme.count)
    let isPlain = rest.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    return isPlain && rest.count <= 500 && !rest.isEmpty && !rest.hasPrefix("/")
      && !rest.hasPrefix(":") && !rest.contains("?") && !rest.contains("#")
  }
}
