import Quantities

/// What VROOM's answer repeats from its question, and how its numbers were moved on the way in.
struct VROOMNames: Sendable {
  struct Job: Sendable {
    var id: Int
    var description: String?
    var locationIndex: Int
    var location: [Double]?
    var setup: Int
    var service: Int
    var amount: Int
    var priority: Int
  }

  struct Vehicle: Sendable {
    var id: Int
    var description: String?
    var startIndex: Int?
    var endIndex: Int?
    var breaks: [Rest]
  }

  struct Rest: Sendable {
    var id: Int
    var description: String?
  }

  /// How the amounts of jobs move.
  enum Amounts: String {
    case delivery, pickup
  }

  var jobs: [Job]
  var vehicles: [Vehicle]
  /// The moment in the file that is moment zero inside.
  var origin: Int
  /// Costs inside, divided by this, are VROOM's.
  var costUnit: Int64
  /// How loads move; `nil` where there are none.
  var amounts: Amounts?
  var hasDistances: Bool
}
