using SectionPart = VksServerless.Forms.FormDefinition.SectionPart;

namespace VksServerless.Forms;

/// <summary>Changes of a draft, part by part. What is named and is not there any more is refused.</summary>
public static partial class FormEditing
{
    public static SectionPart? FindSection(this FormDefinition form, string code) =>
        form.Sections.FirstOrDefault(section => section.Code == code);

    /// <summary>At the end, under a code from its title.</summary>
    public static Outcome<FormDefinition> AddSection(this FormDefinition form, SectionPart section) => form with
    {
        Sections =
        [
            .. form.Sections,
            section with { Code = CodeProposal.ForPart(section.Title, form.Sections.Select(other => other.Code)), Fields = [] },
        ],
    };

    /// <summary>Its code and its fields stay.</summary>
    public static Outcome<FormDefinition> ChangeSection(this FormDefinition form, string code, SectionPart to) =>
        form.InSection(code, section => to with { Code = section.Code, Fields = section.Fields });

    /// <summary>With all of its fields.</summary>
    public static Outcome<FormDefinition> RemoveSection(this FormDefinition form, string code) => form.FindSection(code) is null
        ? FormRefusals.PartUnknown
        : form with { Sections = [.. form.Sections.Where(section => section.Code != code)] };

    /// <param name="by">Places down; negative: up.</param>
    public static Outcome<FormDefinition> MoveSection(this FormDefinition form, string code, int by) =>
        form.FindSection(code) is not { } section
            ? FormRefusals.PartUnknown
            : form with { Sections = Moved(form.Sections, section, by) };

    private static Outcome<FormDefinition> InSection(this FormDefinition form, string code, Func<SectionPart, SectionPart> change) =>
        form.FindSection(code) is null
            ? FormRefusals.PartUnknown
            : form with { Sections = [.. form.Sections.Select(section => section.Code == code ? change(section) : section)] };

    private static List<T> Moved<T>(IReadOnlyList<T> all, T one, int by)
        where T : class
    {
        var moved = all.ToList();
        var at = moved.FindIndex(other => ReferenceEquals(other, one));
        moved.RemoveAt(at);
        moved.Insert(Math.Clamp(at + by, 0, moved.Count), one);
        return moved;
    }
}
