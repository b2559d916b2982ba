using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace VksServerless.Azure.Storage;

/// <summary>
/// Where the storage accounts are. On Azure <c>AzureWebJobsStorage__tableServiceUri</c> and <c>…__blobServiceUri</c> for the app's
/// state and <c>Evidence__blobServiceUri</c> for what is never changed, entered with the app's own identity; a connection string in
/// <c>AzureWebJobsStorage</c> is for the emulator on one's own machine.
/// </summary>
/// <param name="Evidence">Null with an emulator that holds both.</param>
public sealed partial record StorageSettings(
    Uri? Tables, Uri? Blobs, Uri? Evidence, string? Emulator, string? IdentityClientId, string Table, string Received, string Files)
{
    public const string ConnectionKey = "AzureWebJobsStorage";
    public const string TablesKey = $"{ConnectionKey}:tableServiceUri";
    public const string BlobsKey = $"{ConnectionKey}:blobServiceUri";

    /// <summary>
    /// The account of <see cref="ReceivedKey"/>'s container. Not the state's: the Functions host owns that one's blobs, and who owns
    /// blobs may take an unlocked immutability policy away.
    /// </summary>
    public const string EvidenceKey = "Evidence:blobServiceUri";

    /// <summary>Of a user-assigned identity; left out for a system-assigned one.</summary>
    public const string IdentityKey = $"{ConnectionKey}:clientId";

    /// <summary>Usually "rows".</summary>
    public const string TableKey = "Storage:table";

    /// <summary>Container of what is never changed or removed; an immutability policy may hold for it. Usually "received".</summary>
    public const string ReceivedKey = "Storage:received";

    /// <summary>Container of the files attached to drafts. Usually "files"; another one than <see cref="ReceivedKey"/>'s.</summary>
    public const string FilesKey = "Storage:files";

    /// <exception cref="InvalidOperationException">
    /// Neither addresses nor a connection string are set, or that of a genuine account.
    /// </exception>
    public static StorageSettings From(IConfiguration configuration)
    {
        var settings = new StorageSettings(
            Address(configuration, TablesKey),
            Address(configuration, BlobsKey),
            Address(configuration, EvidenceKey),
            Emulated(configuration[ConnectionKey]),
            configuration[IdentityKey] is { Length: > 0 } identity ? identity : null,
            configuration[TableKey] ?? "rows",
            configuration[ReceivedKey] ?? "received",
            configuration[FilesKey] ?? "files");
        return settings is { Emulator: null, Tables: null } or { Emulator: null, Blobs: null } or { Emulator: null, Evidence: null }
            ? throw new InvalidOperationException($"Set {TablesKey}, {BlobsKey} and {EvidenceKey}, or {ConnectionKey} for the emulator.")
            : settings;
    }

    /// <summary>With the key of a genuine account everything would lie in one, evidence too, and the clock could be set.</summary>
    private static string? Emulated(string? connection) =>
        connection is not { Length: > 0 } ? null
        : IsGenuine().IsMatch(connection)
            ? throw new InvalidOperationException($"{ConnectionKey} is for the emulator; set {TablesKey}, {BlobsKey} and {EvidenceKey}.")
            : connection;

    [GeneratedRegex(@"[=.]core\.(windows|chinacloudapi|usgovcloudapi)\.", RegexOptions.IgnoreCase)]
    private static partial Regex IsGenuine();

    private static Uri? Address(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } address ? new Uri(address, UriKind.Absolute) : null;
}
