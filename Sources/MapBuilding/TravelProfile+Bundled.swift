public import Quantities

extension TravelProfile {
  /// A profile file that comes with the program.
  public struct BundledFile: Hashable, Sendable {
    /// The mode it is of.
    public let mode: TravelMode
    /// The file's name, such as `e-bike.yaml`.
    public let name: String
    /// What it holds, UTF-8.
    public let bytes: [UInt8]
  }

  /// The files that come with the program, in the order of the modes.
  public static let bundledFiles: [BundledFile] = TravelMode.allCases.map { mode in
    let bytes =
      switch mode {
      case .car: PackageResources.car_yaml
      case .motorcycle: PackageResources.motorcycle_yaml
      case .eBike: PackageResources.e_bike_yaml
      case .bicycle: PackageResources.bicycle_yaml
      case .foot: PackageResources.foot_yaml
      }
    return BundledFile(mode: mode, name: mode.rawValue + ".yaml", bytes: bytes)
  }

  /// The profile that comes with the program for `mode`.
  public static func bundled(_ mode: TravelMode) -> TravelProfile {
    guard let profile = bundledProfiles[mode] else {
      preconditionFailure("the bundled profile of \(mode) cannot be read")
    }
    return profile
  }

  private static let bundledProfiles: [TravelMode: TravelProfile] = {
    var profiles: [TravelMode: TravelProfile] = [:]
    for file in bundledFiles { profiles[file.mode] = TravelProfileFile.read(file.bytes).profile }
    return profiles
  }()
}
