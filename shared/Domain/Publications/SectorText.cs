using System.Text;
using VksServerless.Forms;

namespace VksServerless.Publications;

/// <summary>
/// Lời của cơ quan tổng hợp: what the centre itself writes into the sector report, beside what the units answered.
/// </summary>
/// <param name="Sections">By the code of the form's section. Paragraphs are separated by \n.</param>
/// <param name="By">Name of the person who wrote it last.</param>
public sealed record SectorText(IReadOnlyDictionary<string, string> Sections, string By, DateTimeOffset At)
{
    /// <summary>Characters (UTF-16 units) of a section.</summary>
    public const int MostOfSection = 20_000;

    /// <summary>Of all sections: it is kept in one row of at most 900 KiB, and a letter takes up to three bytes.</summary>
    public const int MostOfAll = 200_000;

    public static SectorText Nothing(string by, DateTimeOffset now) => new(new SortedDictionary<string, string>(), by, now);

    /// <summary>Sections that say nothing are left out; every fault is named at its place.</summary>
    public static Outcome<SectorText> Of(IReadOnlyDictionary<string, string> written, Form form, string by, DateTimeOffset now)
    {
        var faults = new List<FieldError>();
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, text) in written)
        {
            var words = text.ReplaceLineEndings("\n").Trim();
            if (Fault(code, words, form) is { } fault)
            {
                faults.Add(fault);
            }
            else if (words.Length > 0)
            {
                sections[code] = words.Normalize(NormalizationForm.FormC);
            }
        }

        if (sections.Values.Sum(text => text.Length) > MostOfAll)
        {
            faults.Add(new FieldError("/sections", "too-long", $"Tất cả các phần tối đa {MostOfAll} ký tự."));
        }

        return faults.Count > 0 ? PublicationRefusals.TextInvalid(faults) : new SectorText(sections, by, now);
    }

    private static FieldError? Fault(string code, string words, Form form)
    {
        var place = $"/sections/{code}";
        return form.Sections.All(section => section.Code != code)
            ? new FieldError(place, "unknown-section", "Biểu mẫu của kỳ này không có phần này.")
            : words.Length > MostOfSection ? new FieldError(place, "too-long", $"Mỗi phần tối đa {MostOfSection} ký tự.")
            : PlainText.FirstUnseen(words, lines: true) is { } unseen
                ? new FieldError(place, "control-character", PlainText.Told(words, unseen))
            : null;
    }
}
