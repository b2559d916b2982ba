using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace VksServerless.Contracts.Azurite;

/// <summary>An answer without a body that asks to come again at once.</summary>
internal sealed class TurnedAway(int status) : Response
{
    private static readonly HttpHeader ComeAgain = new("Retry-After", "0");

    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [ComeAgain];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name.Equals(ComeAgain.Name, StringComparison.OrdinalIgnoreCase) ? ComeAgain.Value : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
