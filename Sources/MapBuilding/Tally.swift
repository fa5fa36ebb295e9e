import FieldModel

/// Counts what a builder noticed, code by code.
struct Tally: Sendable {
  private var counts: [Remark: Int] = [:]

  /// What a builder can notice.
  enum Remark: String, CaseIterable, Sendable {
    case invalidNode = "map-node-off-the-earth"
    case missingNode = "map-node-missing"
    case splitWay = "map-way-cut-at-gap"
    case unknownSpeed = "map-speed-not-understood"
    case conditionalRestriction = "map-restriction-conditional"
    case conditionalAccess = "map-access-conditional"
    case brokenRestriction = "map-restriction-incomplete"
    case unknownRestriction = "map-restriction-unknown"
    case openRing = "map-area-not-closed"
    case longWay = "map-way-too-long"
    case repeatedWay = "map-way-repeated"
    case crowdedNode = "map-junction-too-large"
    case longRelation = "map-relation-too-long"
    case unnamedPlace = "map-place-without-name"

    var severity: Diagnostic.Severity {
      switch self {
      case .conditionalRestriction, .conditionalAccess, .missingNode, .splitWay, .unnamedPlace:
        .note
      case .unknownSpeed, .openRing, .repeatedWay: .warning
      case .invalidNode, .brokenRestriction, .unknownRestriction, .longRelation, .longWay,
        .crowdedNode:
        .error
      }
    }
  }

  subscript(remark: Remark) -> Int { counts[remark, default: 0] }

  mutating func add(_ remark: Remark, _ count: Int = 1) {
    if count > 0 { counts[remark, default: 0] += count }
  }

  /// One remark per code that occurred, in the order the codes are listed, its count as `found`.
  var diagnostics: [Diagnostic] {
    Remark.allCases.compactMap { remark in
      let count = self[remark]
      guard count > 0 else { return nil }
      return Diagnostic(remark.severity, remark.rawValue, found: String(count))
    }
  }
}
