import FuzzTargets
import Quantities
import Testing

@Suite("What the fuzzers feed to sync files")
struct SyncReplayTests {
  private static func run(_ target: String, _ input: [UInt8]) -> SyncOutcome {
    switch target {
    case "visit-log": VisitLogTrial.run(input)
    case "trip-pack": TripPackTrial.run(input)
    default: KeyBackupTrial.run(input)
    }
  }

  /// What each hostile seed must end as; good ones are called so and must be taken.
  private static let refusals: [String: String] = [
    "record-duplicate-key": "malformed-json", "record-later-version": "newer-version",
    "record-4000-deep": "malformed-json", "signature-none": "wrong-method",
    "signature-other-kid": "awaiting-opening", "signature-crit": "critical-header",
    "signed-text-unsigned": "wrong-method", "deflated-bomb": "inflates-too-far",
    "deflated-torn": "damaged-compression", "seal-other-curve": "malformed-header",
    "seal-other-kid": "key-not-held", "seal-parties": "not-decryptable",
    "seal-4000-deep": "malformed-header", "pack-torn": "incomplete", "parts-missing": "incomplete",
    "parts-duplicate-key": "malformed-json", "parts-4000-deep": "malformed-json",
    "receipts-4000-deep": "malformed-json", "backup-torn": "malformed",
    "key-set-twice": "malformed-record", "backup-duplicate-key": "malformed",
    "backup-4000-deep": "malformed", "key-set-public": "malformed-record", "key-other-curve": "key",
  ]

  @Test("seeds that are good are taken, hostile ones are refused for the reason they were made for")
  func seeds() throws {
    let seeds = try SyncSeed.all()
    #expect(seeds.count > 40)
    var refused: Set<String> = []
    for seed in seeds {
      let outcome = Self.run(seed.target, seed.bytes)
      if let reason = Self.refusals[seed.name] {
        #expect(outcome == .refused(reason), "\(seed.name)")
        refused.insert(seed.name)
      } else if case .taken(let count) = outcome {
        // A torn receipt file has lost its only receipt, and says so by having none.
        #expect(count > 0 || seed.name == "receipt-file-torn", "\(seed.name)")
      } else {
        Issue.record("\(seed.name): \(outcome)")
      }
    }
    #expect(refused == Set(Self.refusals.keys))
  }

  @Test("the seeds that the fuzzers are given are those that are made")
  func written() throws {
    for seed in try SyncSeed.all() {
      let stored = Crashers.seed(seed.target + "/" + seed.name)
      #expect(stored.first == seed.bytes.first, "\(seed.target)/\(seed.name)")
      switch (Self.run(seed.target, stored), Self.run(seed.target, seed.bytes)) {
      // Signatures are salted, so that the same record has another name in each making.
      case (.taken(let one), .taken(let other)): #expect((one > 0) == (other > 0), "\(seed.name)")
      case (let one, let other): #expect(one == other, "\(seed.name)")
      }
    }
  }

  @Test("seeds with bytes changed, cut or doubled at random keep every promise")
  func changed() throws {
    var chance = SeededGenerator(seed: 6)
    var taken = 0
    for seed in try SyncSeed.all() where seed.bytes.count < 8000 {
      for _ in 0..<12 {
        var input = seed.bytes
        switch chance.below(4) {
        case 0: input = Array(input.prefix(1 + chance.below(input.count)))
        case 1: input += input.dropFirst(1 + chance.below(input.count))
        default:
          guard input.count > 1 else { continue }
          input[1 + chance.below(input.count - 1)] ^= 1 << UInt8(chance.below(8))
        }
        let outcome = Self.run(seed.target, input)
        #expect(!outcome.isBroken, "\(seed.name): \(outcome) \(input)")
        if case .taken = outcome { taken += 1 }
      }
    }
    #expect(taken > 20, "\(taken)")
  }

  @Test(
    "every crasher of the sync fuzzers keeps every promise",
    arguments: ["visit-log", "trip-pack", "key-backup"])
  func crashers(_ target: String) {
    for input in Crashers.inputs(target) {
      let outcome = Self.run(target, input.bytes)
      #expect(!outcome.isBroken, "\(input.name): \(outcome)")
    }
  }
}
