namespace VksServerless.Forms;

/// <summary>What of a draft can be tried: the form without its faulty fields and rules.</summary>
public static class SoundPart
{
    /// <param name="draft">No two sections, fields or rules of it have one code.</param>
    public static Form Of(FormDefinition draft)
    {
        var form = draft.ToForm();
        while (Without(form, FormCheck.Everything(form)) is { } smaller)
        {
            form = smaller;
        }

        return form;
    }

    /// <returns>Null when the faults are of no field and no rule.</returns>
    private static Form? Without(Form form, IReadOnlyList<FieldError> faults)
    {
        var places = faults.Select(fault => fault.Place.Split('/')).ToList();
        var fields = places.Where(place => place is ["", "sections", _, "fields", _, ..]).Select(place => (place[2], place[4])).ToHashSet();
        var rules = places.Where(place => place is ["", "rules", _, ..]).Select(place => place[2]).ToHashSet();
        return fields.Count + rules.Count == 0 ? null : form with
        {
            Sections =
            [
                .. form.Sections.Select((section, at) => section with
                {
                    Fields = [.. section.Fields.Where((_, index) => !fields.Contains(($"{at}", $"{index}")))],
                }),
            ],
            Rules = [.. form.Rules.Where((_, index) => !rules.Contains($"{index}"))],
        };
    }
}
