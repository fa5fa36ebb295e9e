public import FieldModel
import Quantities

/// The code that every page of a plan carries, made from what the plan says.
public enum PlanCode {
  /// The code of `plan`: eight Crockford characters.
  ///
  /// Everything that a crew would do otherwise goes into it: days, routes, stops, times and cases
  /// left out. It finds pages of another plan, not forgery. The hash is FNV-1a of 64 bits (Fowler,
  /// Noll and Vo), stirred by the finaliser of SplitMix64 so that every bit counts, of which the
  /// upper 40 are kept.
  public static func make(for plan: VisitPlan) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ parts: [String]) {
      // Each part ends with a byte that UTF-8 never has, so that no two lists read the same.
      for part in parts {
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0xFF) &* 0x100_0000_01b3
      }
    }
    add(["plan", "\(plan.firstDay)", "\(plan.days)", "\(plan.seed)", "\(plan.mapChecksum)"])
    for route in plan.routes {
      add(["route", route.crew.text, "\(route.date)"])
      add([seconds(route.departure), seconds(route.back), "\(route.returnTravel)"])
      for stop in route.stops { add(parts(of: stop)) }
      for pause in route.breaks {
        add(["break", seconds(pause.start), "\(pause.duration)", "\(pause.afterStops)"])
      }
    }
    for unplanned in plan.unplanned {
      add(["unplanned", unplanned.loanCase.text, unplanned.reason.code])
    }
    return text(of: stirred(hash) >> 24)
  }

  private static func parts(of stop: PlannedStop) -> [String] {
    ["stop", stop.visit.text, stop.borrower.text, stop.address.text, "\(stop.coordinate)"]
      + stop.cases.map(\.text) + [stop.purpose.rawValue, seconds(stop.arrival)]
      + [seconds(stop.start), "\(stop.service)", "\(stop.travel)"]
  }

  private static func seconds(_ moment: TimeOfDay) -> String { "\(moment.secondsSinceMidnight)" }

  private static func stirred(_ hash: UInt64) -> UInt64 {
    var bits = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  private static func text(of bits: UInt64) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    return String((0..<8).reversed().map { alphabet[Int((bits >> ($0 * 5)) & 31)] })
  }
}
