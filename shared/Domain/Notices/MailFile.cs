using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using VksServerless.Cycles;

namespace VksServerless.Notices;

/// <summary>Where a mail is filed: under the cycle that it is about, or under the desk, whose difficulties belong to no cycle.</summary>
[JsonConverter(typeof(TextJson<MailFile>))]
public readonly record struct MailFile : IText<MailFile>
{
    private readonly string? _text;

    private MailFile(string text) => _text = text;

    /// <summary>
    /// Mails about difficulties. Its name is stored and shown where a cycle's id would be; no cycle has one with an i or an l.
    /// </summary>
    public static MailFile Desk { get; } = new("kdifficulties000");

    public static MailFile Of(CycleId cycle) => new(cycle.ToString());

    public static bool TryParse([NotNullWhen(true)] string? text, out MailFile value)
    {
        value = text == Desk.ToString() ? Desk : CycleId.TryParse(text, out var cycle) ? Of(cycle) : default;
        return value != default;
    }

    public override string ToString() => _text ?? "";
}
