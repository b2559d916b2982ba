using Azure.Core;

namespace Azure.Communication.Email;

public class EmailClientOptions : ClientOptions
{
    public EmailClientOptions(ServiceVersion version = ServiceVersion.V2025_09_01) => Version = version switch
    {
        ServiceVersion.V2021_10_01_Preview => "2021-10-01-preview",
        ServiceVersion.V2023_01_15_Preview => "2023-01-15-preview",
        ServiceVersion.V2023_03_31 => "2023-03-31",
        ServiceVersion.V2024_07_01_Preview => "2024-07-01-preview",
        ServiceVersion.V2025_09_01 => "2025-09-01",
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    public enum ServiceVersion
    {
        V2021_10_01_Preview = 1,
        V2023_01_15_Preview = 2,
        V2023_03_31 = 3,
        V2024_07_01_Preview = 4,
        V2025_09_01 = 5,
    }

    internal string Version { get; }
}
