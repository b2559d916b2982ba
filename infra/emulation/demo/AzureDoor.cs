using System.Globalization;
using System.Text.Json;
using VksServerless.Demo;
using VksServerless.Server.Access;

namespace VksServerless.Emulation.Demo;

/// <summary>The demo's view of the Azure door.</summary>
internal sealed class AzureDoor : IDoor
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly AzureOnThisMachine _door;
    private int _copied;
    private int _stepsBefore;

    private AzureDoor(AzureOnThisMachine door) => _door = door;

    public Uri Address => _door.Address;

    public TimeProvider Clock => _door.Clock;

    public static async Task<IDoor> Open(AzureParts parts, DateTimeOffset now) =>
        new AzureDoor(await AzureOnThisMachine.Start(parts, new AzureOptions { Now = now }));

    public string TokenFor(SamplePerson person) => _door.TokenFor(person);

    public Task PlayTo(DateTimeOffset instant, CancellationToken cancellation) => _door.PlayTo(instant, cancellation);

    public Task WhenQuiet(CancellationToken cancellation) => _door.WhenQuiet(cancellation);

    /// <summary>Those that came since the cycle before: the mail service knows of no cycles.</summary>
    public async Task<int> CopyMails(string cycle, DirectoryInfo target, CancellationToken cancellation)
    {
        var mails = _door.Mail.Taken.Skip(_copied).ToList();
        _copied += mails.Count;
        foreach (var (number, mail) in mails.Index())
        {
            await File.WriteAllTextAsync(
                Path.Combine(target.FullName, string.Create(CultureInfo.InvariantCulture, $"{number + 1:00000}.eml")),
                $"From: {mail.From}\r\nTo: {mail.To}\r\nSubject: {mail.Subject}\r\n\r\n{mail.Text}", cancellation);
        }

        return mails.Count;
    }

    public async Task<int> StepsOf(string cycle, CancellationToken cancellation)
    {
        var all = (int)await _door.ActivitiesBegun(cancellation);
        var steps = all - _stepsBefore;
        _stepsBefore = all;
        return steps;
    }

    /// <summary>Since the door was opened, those of its start included.</summary>
    public async Task WriteOperations(DirectoryInfo target, CancellationToken cancellation)
    {
        await using var file = File.Create(Path.Combine(target.FullName, "operations.json"));
        await JsonSerializer.SerializeAsync(
            file,
            new
            {
                Storage = _door.StorageUse.GroupBy(use => (use.Key.Caller, use.Key.Service, use.Key.Name))
                    .OrderBy(kind => $"{kind.Key}", StringComparer.Ordinal)
                    .Select(kind => new { kind.Key.Caller, kind.Key.Service, kind.Key.Name, Count = kind.Sum(use => use.Value) }),
                Bus = _door.Bus.Uses.OrderBy(use => $"{use}", StringComparer.Ordinal)
                    .Select(use => new { use.Entity, Name = use.Operation.ToString(), Right = use.Right.ToString(), Count = use.Times }),
                Mail = new { _door.Mail.Calls, Taken = _door.Mail.Taken.Count },
            },
            Written, cancellation);
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();
}
