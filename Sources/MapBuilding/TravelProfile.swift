public import Quantities
public import RoadNetwork

/// How one travel mode reads the map: where it may go, how fast, and what turning costs it.
///
/// Profiles are YAML files that people can read and change, see ``TravelProfileFile``; those that
/// come with the program are ``bundled(_:)``.
public struct TravelProfile: Hashable, Sendable {
  /// Who may use a road at all.
  public struct Access: Hashable, Sendable {
    /// The tags that speak about the mode, the closest first.
    public var keys: [TagKey]
    /// Those of ``keys`` that are too general to open a road closed by default.
    public var generalKeys: Set<TagKey>
    /// What the values of those tags say.
    public var values: [String: AccessRule.Verdict]
    /// What holds without such a tag, for every class but ferries.
    public var roads: [RoadClass: AccessRule.Verdict]
    /// What holds on roads tagged `motorroad=yes`.
    public var motorRoads: AccessRule.Verdict
    /// What holds on larger roads whose name holds one of ``expresswayWords``.
    public var expressways: AccessRule.Verdict
    /// Parts of names that mark expressways, such as `高架`.
    public var expresswayWords: [String]
    /// Values of `service` that close a road.
    public var closedServices: Set<String>
  }

  /// In which directions.
  public struct Oneway: Hashable, Sendable {
    /// The tags that speak about the mode, the closest first.
    public var keys: [TagKey]
    /// Classes that go one way unless a tag says otherwise.
    public var impliedRoads: Set<RoadClass>
    /// Whether roundabouts do.
    public var impliedRoundabouts: Bool
    /// Whether cycle lanes lead against the traffic.
    public var contraflowLanes: Bool
  }

  /// How fast; every speed is in tenths of a km/h.
  public struct Speed: Hashable, Sendable {
    /// What a posted limit does to the speed.
    public enum PostedUse: String, Hashable, Sendable, CaseIterable {
      /// It sets the speed.
      case replace
      /// It only holds the speed down.
      case lower
      case ignore
    }

    /// A road number that tells more than the class.
    public struct Number: Hashable, Sendable {
      /// The letter before the digits.
      public var letter: Character
      /// How many digits there are; `nil` for any number.
      public var digits: Set<Int>?
      /// The speed of such a road.
      public var speed: Int
    }

    /// The speeds of one part of the world.
    public struct Table: Hashable, Sendable {
      /// The usual speed of every class but ferries.
      public var roads: [RoadClass: Int]
      /// What numbers of roads down to residential say; the first that fits a number counts.
      public var numbers: [Number]
    }

    /// The most on any road.
    public var top: Int
    /// The speed of somebody who gets off and pushes.
    public var pushing: Int
    /// The tags with posted limits, the closest first.
    public var postedKeys: [TagKey]
    /// What a posted limit does.
    public var postedUse: PostedUse
    /// The share of a posted limit that is driven, in hundredths.
    public var postedShare: Int
    /// What is driven where there is no limit (`none`), at least.
    public var unlimited: Int
    /// Service roads with a speed of their own, by their `service` tag.
    public var services: [String: Int]
    /// The most by `surface`, `tracktype` and `smoothness`.
    public var surfaces: [String: Int]
    /// The most by `tracktype`.
    public var trackTypes: [String: Int]
    /// The most by `smoothness`.
    public var smoothness: [String: Int]
    /// The usual speeds; ``TravelRegion/generic`` is always there and holds where another is not.
    public var regions: [TravelRegion: Table]
  }

  /// What stands in the way.
  public enum Barriers: Hashable, Sendable {
    /// Only these kinds let the mode through.
    case passes(Set<String>)
    /// Only these kinds stop it.
    case blockedBy(Set<String>)
  }

  /// Which turn restrictions bind.
  public struct Restrictions: Hashable, Sendable {
    /// The vehicle keys of `restriction:<key>` and `except` that mean the mode, the closest first.
    public var keys: [String]
    /// Whether restrictions bind that name no mode.
    public var general: Bool
  }

  /// Ferries.
  public struct Ferries: Hashable, Sendable {
    /// Whether the mode may board them where no tag says otherwise.
    public var access: AccessRule.Verdict
    /// Tenths of a km/h where the map states no duration.
    public var speed: Int
  }

  /// The mode that travels so.
  public var mode: TravelMode
  /// Who may use a road at all.
  public var access: Access
  /// In which directions.
  public var oneway: Oneway
  /// How fast.
  public var speed: Speed
  /// What stands in the way.
  public var barriers: Barriers
  /// What turns cost.
  public var turns: TurnCosts
  /// Which turn restrictions bind.
  public var restrictions: Restrictions
  /// Ferries.
  public var ferries: Ferries
}
