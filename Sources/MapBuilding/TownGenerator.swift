public import Quantities

/// Draws an invented Chinese county town, 清溪 (Qingxi), and the villages around it.
///
/// The town has a river with few bridges, a ring road, a grid with one-way streets and turn
/// restrictions, compounds (小区) with gates and numbered blocks, and villages on county roads. It
/// exists nowhere: it is laid in the empty middle of the Taklamakan desert so that no real road,
/// name or door can be mistaken for one of its own. Every street can be driven to and from.
///
/// - Complexity: linear in ``size``.
public struct TownGenerator: Sendable {
  /// What chance begins with; the same seed and size give the same town.
  public var seed: UInt64
  /// Roughly how many junctions the town has, 10 … 1,000,000.
  public var size: Int

  /// The middle of the town.
  public static let centre = Coordinate(latitude: 390_000_000, longitude: 835_000_000)

  /// A town from `seed` with about `size` junctions; sizes outside 10 … 1,000,000 are brought in.
  public init(seed: UInt64, size: Int) {
    self.seed = seed
    self.size = max(10, min(size, 1_000_000))
  }

  /// The town as an extract, the same value that reading its file gives.
  public func extract() -> MapExtract {
    var site = TownSite(seed: seed, size: size)
    site.layStreets()
    site.layBlocks()
    site.drawStreets()
    site.drawTurnRules()
    site.drawRiver()
    site.drawVillages()
    site.drawCounty()
    return site.builder.build()
  }
}
