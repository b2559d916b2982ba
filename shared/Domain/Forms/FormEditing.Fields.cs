using FieldPart = VksServerless.Forms.FormDefinition.FieldPart;
using SectionPart = VksServerless.Forms.FormDefinition.SectionPart;

namespace VksServerless.Forms;

/// <summary>Fields of a draft.</summary>
public static partial class FormEditing
{
    public static (SectionPart Section, FieldPart Field)? FindField(this FormDefinition form, string code) =>
        (from section in form.Sections
         from field in section.Fields
         where field.Code == code
         select ((SectionPart, FieldPart)?)(section, field)).FirstOrDefault();

    /// <summary>At the end of its section; without a code it gets one from its label.</summary>
    public static Outcome<FormDefinition> AddField(this FormDefinition form, string section, FieldPart field)
    {
        var taken = form.CodesOfFields();
        var code = field.Code.Length == 0 ? CodeProposal.ForPart(field.Label, taken) : CodeProposal.Written(field.Code);
        return taken.Contains(code)
            ? FormRefusals.FieldCodeTaken(code)
            : form.InSection(section, part => part with { Fields = [.. part.Fields, field with { Code = code }] });
    }

    /// <summary>It keeps its code unless it is given another, and its place unless it goes to another section.</summary>
    public static Outcome<FormDefinition> ChangeField(this FormDefinition form, string code, FieldPart to, string section)
    {
        if (form.FindField(code) is not var (home, _))
        {
            return FormRefusals.PartUnknown;
        }

        var next = to.Code.Length == 0 ? code : CodeProposal.Written(to.Code);
        if (to.Code == code)
        {
            next = code;
        }

        if (next != code && form.CodesOfFields().Contains(next))
        {
            return FormRefusals.FieldCodeTaken(next);
        }

        var changed = to with { Code = next };
        return section == home.Code
            ? form.InSection(section, part => part with { Fields = [.. part.Fields.Select(one => one.Code == code ? changed : one)] })
            : form.RemoveField(code).Then(without =>
                without.InSection(section, part => part with { Fields = [.. part.Fields, changed] }));
    }

    public static Outcome<FormDefinition> RemoveField(this FormDefinition form, string code) => form.FindField(code) is not var (section, _)
        ? FormRefusals.PartUnknown
        : form.InSection(section.Code, part => part with { Fields = [.. part.Fields.Where(one => one.Code != code)] });

    /// <param name="by">Places down within its section; negative: up.</param>
    public static Outcome<FormDefinition> MoveField(this FormDefinition form, string code, int by) =>
        form.FindField(code) is not var (section, field)
            ? FormRefusals.PartUnknown
            : form.InSection(section.Code, part => part with { Fields = Moved(part.Fields, field, by) });

    private static HashSet<string> CodesOfFields(this FormDefinition form) =>
        [.. form.Sections.SelectMany(section => section.Fields).Select(field => field.Code)];
}
