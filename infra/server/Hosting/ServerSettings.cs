using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using VksServerless.Units;

namespace VksServerless.Server.Hosting;

/// <summary>Refuses what the server cannot run with before anything is written.</summary>
internal static class ServerSettings
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration["Desk:Office"] is { Length: > 0 } office && !UnitCode.TryParse(office, out _))
        {
            throw new SettingException($"The setting Desk__Office must be the code of a unit such as C2, not {office}.");
        }

        if (configuration["Portal:Address"] is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            throw new SettingException($"The setting Portal__Address must be an address such as https://bao-cao.example/, not {address}.");
        }

        foreach (var limit in (string[])["Burst", "PerSecond"])
        {
            if (configuration[$"Limits:{limit}"] is { Length: > 0 } text
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            {
                throw new SettingException($"The setting Limits__{limit} must be a positive whole number, not {text}.");
            }
        }
    }

    /// <exception cref="SettingException">Strangers could sign in as somebody, or nobody can sign in.</exception>
    public static void CheckSignIn(ServerOptions options, IConfiguration configuration)
    {
        if (options.SamplePeople && (!IPAddress.IsLoopback(options.Listen) || options.Proxies.Count > 0))
        {
            throw new SettingException(
                "Sample people need no password: they exist only on a loopback address and without a proxy. Leave out --sample-people and "
                + "name an issuer (SignIn__Authority), or --listen and --proxy.");
        }

        foreach (var needed in options.SamplePeople ? [] : (string[])["SignIn:Authority", "SignIn:ClientId", "Identity:Audience"])
        {
            if (configuration[needed] is not { Length: > 0 })
            {
                throw new SettingException(
                    $"Without --sample-people people sign in at an OpenID Connect issuer: set {needed.Replace(":", "__", StringComparison.Ordinal)}.");
            }
        }

        if (!IPAddress.IsLoopback(options.Listen) && options.Certificate is null && options.Proxies.Count == 0)
        {
            throw new SettingException(
                "A network would read what passes: name a certificate (--certificate FILE), or the proxy that has one (--proxy ADDRESS).");
        }
    }

    /// <param name="port">0: any that is free.</param>
    /// <exception cref="IOException">Another program has it; the inner exception is an <see cref="AddressInUseException"/>.</exception>
    public static void CheckPort(IPAddress listen, int port)
    {
        if (port == 0)
        {
            return;
        }

        try
        {
            using var probe = new TcpListener(listen, port);
            probe.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new IOException($"Port {port} is taken.", new AddressInUseException(taken.Message, taken));
        }
    }
}
