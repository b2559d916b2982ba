using System.Text.Json;
using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Application.Forms;

/// <summary>
/// Ban hành biểu mẫu: a checked form becomes the next version under its code; publishing the very same again changes nothing.
/// </summary>
public sealed class PublishForm(IForms forms, TimeProvider clock) : IUseCase
{
    /// <summary>Bytes of a form as it is written; what rows take, with room for who published it.</summary>
    internal const int LargestKilobytes = 800;

    public async Task<Outcome<Form>> Execute(FormRef name, FormDefinition definition, Caller by, CancellationToken cancellation)
    {
        if (new FormRef(definition.Code, definition.Version) != name)
        {
            return FormRefusals.OtherName(name);
        }

        if (JsonSerializer.SerializeToUtf8Bytes(definition, DomainJson.Options).Length > LargestKilobytes * 1024)
        {
            return FormRefusals.TooLarge(LargestKilobytes);
        }

        var form = definition.Check();
        if (form.Refused)
        {
            return form;
        }

        var known = await forms.List(cancellation);
        var last = known.Where(other => other.Code == name.Code).Select(other => other.Version).DefaultIfEmpty(0).Max();
        if (name.Version > last + 1)
        {
            return FormRefusals.NotNext(name, last + 1);
        }

        if (name.Version <= last && known.First(other => other.Ref == name) is var standing)
        {
            return Written(standing) == Written(form.Value) ? standing : FormRefusals.NotNext(name, last + 1);
        }

        var published = await forms.Publish(new PublishedForm(definition, by.Name, clock.GetUtcNow()), cancellation);
        return Written(published.Definition.ToForm()) == Written(form.Value) ? form : FormRefusals.NotNext(name, last + 2);
    }

    /// <summary>Records compare their lists by identity, so that what they say is compared.</summary>
    private static string Written(Form form) => JsonSerializer.Serialize(form, DomainJson.Options);
}
