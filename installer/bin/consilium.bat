@echo off
rem Starts Consilium with a Java 25: JAVA_HOME, else the java of the PATH, else the usual folders.
rem CONSILIUM_OPTS holds further options for Java, such as -Xmx2g.
setlocal EnableDelayedExpansion
for %%I in ("%~dp0..") do set "APP=%%~fI"
set "JAVA="

call :try "%APP%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do for %%K in ("%%~dpJ..") do call :try "%%~fK"
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    for /d %%D in ("%%~P\*") do call :try "%%~fD"
)
if not defined JAVA (
    echo Consilium needs Java 25 or newer and none was found: install it, for instance Temurin 25 from https://adoptium.net, and set JAVA_HOME to its folder. 1>&2
    exit /b 1
)

set "HEAP=1536m"
for %%A in (%*) do (
    if "%%~A"=="base-model" set "HEAP=6g"
)
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
if not defined CONSILIUM_MODELS set "CONSILIUM_MODELS=%APP%\models"
set "CACHE="
if exist "%APP%\app.aot" set CACHE="-XX:AOTCache=%APP%\app.aot"

"%JAVA%" @jvm.common@ -XX:+UseSerialGC -Xmx%HEAP% %CACHE% %CONSILIUM_OPTS% -classpath "%APP%\lib\*" @main.class@ %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    set "VERSION=%%~V"
    set "VERSION=!VERSION:"=!"
    if !VERSION! GEQ 25 set "JAVA=%~1\bin\java.exe"
)
exit /b
