using System.Text;

namespace VksServerless.Notices;

/// <summary>The text of a notice; the same for every recipient.</summary>
internal sealed record Letter(string Subject, string Text)
{
    private const string Closing =
        "Trân trọng.\n\nHệ thống báo cáo ngành Kiểm sát nhân dân\n(Thư gửi tự động, xin không trả lời thư này.)\n";

    /// <summary>The whole text, with where its reader goes and whom he asks.</summary>
    /// <param name="address">Null: it is not known.</param>
    public string Signed(string? address, string asking) => string.Join(
        "\n\n",
        Text,
        (address is null ? ""
            : $"Truy cập Hệ thống báo cáo: {OneLine(address)}\n") + $"Mọi vướng mắc xin trao đổi với: {OneLine(asking)}",
        Closing);

    /// <param name="paragraphs">Null: left out.</param>
    public static Letter To(string addressee, string subject, params IEnumerable<string?> paragraphs) => new(
        OneLine(subject),
        string.Join("\n\n", paragraphs.OfType<string>().Select(Lines).Prepend($"Kính gửi: {OneLine(addressee)}")));

    /// <summary>A subject goes into a mail's header: no line break may get there, nor a mark that turns the writing around.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(PlainText.IsUnseen(rune) ? " " : rune.ToString());
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Lines(string paragraph) => string.Join('\n', paragraph.ReplaceLineEndings("\n").Split('\n').Select(OneLine));
}
