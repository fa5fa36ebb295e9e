public import FieldModel
public import Quantities
import YamlFiles
import Yams

/// When a crew reports at a stop, and what the controller does when it does not.
public struct CheckInPlan: Hashable, Sendable {
  /// When a crew reports.
  public enum Point: String, Hashable, Sendable, CaseIterable {
    case leaveBase = "leave-base"
    case arrival
    /// A sign of life again and again while on site.
    case pulse
    case exit
    case end
  }

  /// The circumstances that a plan is made for.
  public enum Setting: String, Hashable, Sendable, CaseIterable {
    case low, medium, high
    /// One person alone, where that is lawful.
    case lone
  }

  /// When the crew reports, in order of the day.
  public var points: [Point]
  /// The time between signs of life on site; `nil` when none are asked for.
  public var pulse: Seconds?
  /// How long the crew plans to stay.
  public var stay: Seconds
  /// How long after the expected exit the controller waits.
  public var grace: Seconds
  /// The time between the two calls to both phones, the first when the grace is over.
  public var callsApart: Seconds
  /// How long after the grace the supervisor is told last position and next stop.
  public var tellSupervisor: Seconds
  /// How long after the grace help is sent and the police are asked for a welfare check; zero is
  /// at once if nobody answers.
  public var sendHelp: Seconds
}

/// The check-in plans of a workspace: format `rounds-check-in`, version 1.
public struct CheckInRules: Hashable, Sendable {
  /// One plan per setting.
  public let plans: [CheckInPlan.Setting: CheckInPlan]

  /// The plan for a stop of `risk` with `persons` people; the strictest for stops that must not be.
  public func plan(for risk: RiskTier, persons: Int = 2) -> CheckInPlan? {
    if persons < 2 { return plans[.lone] }
    switch risk {
    case .low: return plans[.low]
    case .medium: return plans[.medium]
    case .high, .stop: return plans[.high]
    }
  }

  /// Reads the table from the bytes of its file, UTF-8, at most 1 MiB.
  ///
  /// - Returns: the table, or `nil` when anything in it is wrong, with what there is to remark.
  public static func read(
    _ bytes: [UInt8]
  ) -> (table: CheckInRules?, diagnostics: [Diagnostic]) {
    var reader = StrictYaml()
    guard let top = reader.top(bytes, format: "rounds-check-in"),
      let tiers = reader.table(top, "tiers")
    else { return (nil, reader.diagnostics) }
    reader.expectOnly(["format", "version", "tiers"], in: top)
    reader.expectOnly(CheckInPlan.Setting.allCases.map(\.rawValue), in: tiers)
    var plans: [CheckInPlan.Setting: CheckInPlan] = [:]
    for setting in CheckInPlan.Setting.allCases {
      guard let tier = reader.table(tiers, setting.rawValue) else { continue }
      plans[setting] = plan(tier, &reader)
    }
    guard reader.diagnostics.isEmpty else { return (nil, reader.diagnostics) }
    return (CheckInRules(plans: plans), [])
  }

  private static func plan(
    _ tier: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> CheckInPlan? {
    reader.expectOnly(
      ["points", "pulse", "stay", "grace", "call_apart", "supervisor", "send_help"], in: tier)
    let nodes = reader.list(tier, "points", atMost: 5)
    let points = nodes.compactMap { $0.scalar.flatMap { CheckInPlan.Point(rawValue: $0.string) } }
    if points.count < nodes.count {
      let known = CheckInPlan.Point.allCases.map(\.rawValue).joined(separator: " ")
      reader.remark("unknown-value", tier.find("points"), tier.path("points"), advice: known)
    }
    let pulse = tier.find("pulse") == nil ? nil : reader.number(tier, "pulse", in: 1...240)
    let minutes = ["stay", "grace", "call_apart", "supervisor", "send_help"].compactMap {
      reader.number(tier, $0, in: 0...240)
    }
    guard minutes.count == 5 else { return nil }
    return CheckInPlan(
      points: points, pulse: pulse.map { .minutes($0) }, stay: .minutes(minutes[0]),
      grace: .minutes(minutes[1]), callsApart: .minutes(minutes[2]),
      tellSupervisor: .minutes(minutes[3]), sendHelp: .minutes(minutes[4]))
  }
}
