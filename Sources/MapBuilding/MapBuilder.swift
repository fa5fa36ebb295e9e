public import FieldModel
public import Gazetteer
public import Quantities
public import RoadNetwork

/// Turns an extract into what the engines build their files from.
public struct MapBuilder: Sendable {
  /// A road draft and what was noticed while it was made.
  public struct RoadResult: Sendable {
    /// The roads, ready for a road file to be built from.
    public var draft: RoadDraft
    /// What was left out or read only in part; `found` holds a count.
    public var diagnostics: [Diagnostic]
  }

  /// A place draft and what was noticed while it was made.
  public struct PlaceResult: Sendable {
    /// The places, ready for a place file to be built from.
    public var draft: PlaceDraft
    /// What was left out or read only in part; `found` holds a count.
    public var diagnostics: [Diagnostic]
  }

  /// How each mode reads the map; the road draft gives permissions for these modes.
  public let profiles: [TravelProfile]

  /// A builder for modes that travel as the bundled profiles say.
  public init(modes: [TravelMode] = TravelMode.allCases) {
    self.init(profiles: modes.map(TravelProfile.bundled))
  }

  /// A builder for modes that travel as `profiles` say; of two for one mode the later counts.
  public init(profiles: [TravelProfile]) {
    self.profiles = TravelMode.allCases.compactMap { mode in
      profiles.last { $0.mode == mode }
    }
  }

  /// The roads of `extract` with who may use them and how fast, and what is drawn around them.
  ///
  /// Nodes are those that a road uses, in the order of their ids.
  public func roadDraft(from extract: MapExtract) -> RoadResult {
    var collector = RoadCollector(extract, profiles: profiles)
    collector.collect()
    return RoadResult(draft: collector.draft, diagnostics: collector.tally.diagnostics)
  }

  /// The places, streets and house numbers of `extract`.
  public func placeDraft(from extract: MapExtract) -> PlaceResult {
    var collector = PlaceCollector(extract)
    collector.collect()
    return PlaceResult(draft: collector.draft, diagnostics: collector.tally.diagnostics)
  }
}
