namespace VksServerless.Forms;

/// <summary>
/// Dự thảo biểu mẫu: the next version of a form while the centre writes it. Much of it may be missing or wrong; no two sections, fields or
/// rules have one code.
/// </summary>
/// <param name="By">Name of the person who changed it last.</param>
public sealed record FormDraft(FormDefinition Definition, string By, DateTimeOffset At)
{
    /// <summary>A form of which nothing is written yet.</summary>
    public static FormDefinition Blank(string code, string title) => new(code, 1, title, []);

    /// <summary>Another form that begins as this one is.</summary>
    public static FormDefinition Copy(Form form, string code, string title) =>
        Addressable(FormDefinition.Of(form)) with { Code = code, Version = 1, Title = title, Changes = null };

    /// <summary>The next version of a form, which begins as this one is; what it changes is yet to be said.</summary>
    public static FormDefinition Next(Form form, int version) =>
        Addressable(FormDefinition.Of(form)) with { Version = version, Changes = null };

    /// <summary>Codes of sections may be any text in a published form; in a draft they can stand in an address.</summary>
    private static FormDefinition Addressable(FormDefinition form)
    {
        List<FormDefinition.SectionPart> sections = [];
        foreach (var section in form.Sections)
        {
            var kept = section.Code.Length > 0 && section.Code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
            var others = form.Sections.Concat(sections).Select(other => other.Code);
            sections.Add(kept ? section : section with { Code = CodeProposal.ForPart(section.Title, others) });
        }

        return form with { Sections = sections };
    }
}
