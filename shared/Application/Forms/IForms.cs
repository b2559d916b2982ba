using VksServerless.Forms;

namespace VksServerless.Application.Forms;

/// <summary>Where forms are found: those that are shipped and those that the centre has published. A version never changes.</summary>
public interface IForms
{
    Task<Form?> Find(FormRef form, CancellationToken cancellation);

    /// <summary>Every version, by code and number.</summary>
    Task<IReadOnlyList<Form>> List(CancellationToken cancellation);

    /// <returns>The version as it stands under that number from now on: what was published there before, if anything was.</returns>
    Task<PublishedForm> Publish(PublishedForm form, CancellationToken cancellation);
}

/// <summary>A form as the centre put it into force.</summary>
/// <param name="By">Name of the person.</param>
public sealed record PublishedForm(FormDefinition Definition, string By, DateTimeOffset At);
